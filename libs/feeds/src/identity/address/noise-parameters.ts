const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '));

/**
 * Parameters that say how a reader came, not what is read; in lower case. Listed are the names in use, since whole
 * prefixes and names that could as well mean an item (`pk_id`, `icid`, `sid`, `cid`) would make one article of many.
 */
export const TRACKING: ReadonlySet<string> = new Set(
  words(
    // AT Internet and Piano
    'at_bbc_team at_campaign at_campaign_type at_creation at_custom1 at_custom2 at_custom3 at_custom4 at_format',
    'at_link_id at_link_origin at_link_type at_medium at_ptr_name at_ptr_type at_variant xtor',
    // comScore, Matomo, Webtrekk, Webtrends
    'ns_campaign ns_fee ns_linkname ns_mchannel ns_source',
    'pk_campaign pk_content pk_keyword pk_kwd pk_medium pk_source piwik_campaign piwik_kwd',
    'wt_mc wt_zmc wt.mc_id wt.mc_ev wt.nav wt.tsrc',
    // newsletters
    'mc_cid mc_eid mkt_tok oly_anon_id oly_enc_id vero_conv vero_id dm_i ck_subscriber_id emci emdi',
    '__hsfp __hssc __hstc _hsenc _hsmi hsctatracking elq elqaid elqat elqtrack elqtrackid _ke _kx',
    // clicks on advertisements
    'dclid fbclid gad_campaignid gad_source gbraid gclid gclsrc igsh igshid irclickid li_fat_id msclkid rdt_cid',
    'sccid srsltid tblci ttclid twclid wbraid yadclid yclid ymclid ysclid dicbo epik _branch_match_id _branch_referrer',
    // platforms and search engines
    '__twitter_impression _ga _gl _openstat ab_channel cvid fb_action_ids fb_action_types fb_ref fb_source guccounter',
    'guce_referrer guce_referrer_sig mibextid ref_src ref_url soc_src soc_trk taid .tsrc usqp',
    // outlets
    'cmp_bunit cmp_tu cmpid dcmp ea_cmp ea_med ea_src feedname feedtype filterkeyevents ftag intcmp',
    'intlink_from_url itm_campaign itm_content itm_medium itm_source itm_term leadsource link_location',
    'lmd_campaign lmd_creation lmd_medium lmd_source maca pinned_post_asset_id pinned_post_locator pinned_post_type',
    'referringsource smtyp src_cmp src_src sref srnd traffic_source unlocked_article_code withmediaplayer wpisrc wpmm',
    // comments of the same article
    'replytocom',
  ),
);

/** Tracking where the value is no bare number; some sites number what is read by these names. */
export const TRACKING_WORDS: ReadonlySet<string> = new Set(words('cmp emc ncid ocid smid spm ved'));

/** Whatever follows these is tracking too. */
export const TRACKING_PREFIX = /^(?:utm|mtm|hsa)_/;

/** Sessions of PHP, Java and ASP; osCommerce's. */
export const SESSION = /^(?:phpsessid|jsessionid|oscsid|aspsessionid[a-z]{8})$/;

/** Of AMP pages and of the caches that serve them. */
export const AMP_NAMES: ReadonlySet<string> = new Set(
  words('amp_agsa amp_ct amp_gsa amp_js_v amp_lite amp_r amp_tf noamp nonamp'),
);

/** Switches that choose a way of showing. */
export const SWITCHES: ReadonlySet<string> = new Set(['amp', 'mobile']);
export const SWITCHED = /^(?:|0|1|true|false|yes|no)$/i;

/** Parameters that choose AMP where their value is `amp`, and a page or a picture otherwise. */
export const FORM_NAMES: ReadonlySet<string> = new Set(
  words('format mode output outputtype type version view'),
);

/** Parameters that say where a reader comes from where their value names a channel, and may mean an item otherwise. */
export const ORIGIN_NAMES: ReadonlySet<string> = new Set(
  words('campaign feature from medium mod origin partner ref referer referrer share source src via'),
);
export const CHANNELS: ReadonlySet<string> = new Set(
  words(
    'amp atom email facebook fb feed feedburner flipboard google-news google_news googlenews home homepage instagram',
    'linkedin mail mobile newsletter onebox pinterest reddit rss rss2 rssfeed rssnyt share slack social telegram twitter',
    'whatsapp youtu.be',
  ),
);

/** Names that are noise on one site alone. */
export const SITE_NOISE: readonly { host: RegExp; names: ReadonlySet<string> }[] = [
  { host: /^news\.google\.com$/, names: new Set(words('ceid gl hl oc')) },
  { host: /^(?:twitter|x)\.com$/, names: new Set(words('s t')) },
  { host: /\.blogspot\.(?:com?\.)?[a-z]{2,3}$/, names: new Set(words('m')) },
];

/** The page of a live blog that is opened at one of its posts. */
export const LIVE_POST = /^with%3ablock-/;
