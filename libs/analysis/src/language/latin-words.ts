/** Function words and common news words that only English has among the languages of the press. */
export const ENGLISH_WORDS = words(`
  the of to and for with from by after at are were be been being have would could should may might must cannot says
  said say into near amid against between but not its his their they this that these those who what why how when where
  which while than more out up off back down about before during through it he she we you your our my some any many
  other there here only just still again or if so every without within both each few most such too very yet also
  killed kills kill killing dead dies death deaths attack attacks attacked attacker bomb bombing blast blasts border
  borders talks government govt court calls called seeks urges urged warns warned slams hits hit meets meet visits visit
  vows bans banned ban reopens reopened reopen closes opens closed closure holds held hold arrested arrests detained
  deports deported expels expelled refugee refugees women people children girls school schools security trade peace deal
  aid army troops strike strikes airstrikes soldier soldiers militant militants militancy terrorist terrorists terrorism
  leader leaders chief ties united nations rights issue issues first two three four five seven eight nine ten dozens
  hundreds thousands year years day days week weeks month months world cup earthquake quake flood floods foreign news
  house party power report reports review watch live home water food health law life rejects rejected denies denied
  claims accuses accused condemns condemned announces launches launched begins ends faces wins win loses lost beat beats
  crush takes take taken makes make made gives give given gets get go goes gone comes came find finds found keeps keep
  stops stop wants want needs need know old young big great high next last another envoy envoys hosts summons abducted
  resigns threatens lauds flees shut shuts resumes suspends blames welcomes pledges orders raises cuts signs sends joins
  leaves backs fears fear remain remains hears heard turns turned falls fell rise rises grows crossing village villages
  gunmen gunman policemen wounded injured hostage hostages prisoners kidnapped opposition protest protests
  protesters rally weapons airspace ceasefire ceasefires truce agreement meeting spokesman spokesperson
  charged jailed sentenced case trial verdict appeal appeals speech statement book books history future role
`);

/**
 * Function words and common news words of French, German, Spanish, Italian, Dutch, Portuguese, Turkish, Indonesian and
 * others that are neither English words nor parts of names.
 */
export const FOREIGN_WORDS = words(`
  le la les des du et est une dans pour par sur au aux avec qui que ses sans ce cette sont ont pas contre entre chez
  leur leurs selon depuis encore nouvelle nouveau gouvernement morts premier ministre frappes accord soldats femmes
  filles guerre attentat veut veulent appelle dénonce demande annonce plusieurs milliers ancien jours ans mort vers
  der das und von mit im ist den dem nach bei auf nicht ein eine einen einem einer wird werden zu zum zur vor gegen aus
  wegen sich als noch mehr jetzt wieder durch über unter bundesregierung krieg anschlag angriff fordert warnt trifft
  besucht reist gespräche soldaten frauen mädchen flüchtlinge grenze tote verletzte regierung droht nimmt viele neue
  el los las del con por su y tras sin como en lo es ya muertos gobierno deja dejan hasta desde sobre ataque ataques
  acusa visita viaja frontera guerra mujeres miles ante tregua bomba contra heridos una quiere quieren nueva años niñas
  il gli della di che per nel alla dei delle degli dal non si sono tra fra dopo davanti sulla ai ed oltre contro morti
  governo almeno anche sul senza vittime confine donne guerra accusa attacco attacchi vuole ucciso uccisi arresti feriti
  terremoto crisi negoziati incontra nuovo nuova talebani elezioni migliaia
  het een voor niet op zijn naar uit aan bij ook om te werd geen nog wordt weer doden meer tegen moet willen wil grens
  regering oorlog vrouwen meisjes vluchtelingen aanslag aanval zonder tussen duizenden bezoekt eist gewonden nieuwe
  os da dos das em com uma um ao aos pelo pela mortos após mais governo fronteira mulheres mata sem ataques presidente
  ve bir ile bu olarak dedi etti oldu sonra yeni kaldı için kişi karşı binlerce devam gidiyor saldırı hükümet bakan eski
  di yang dan untuk dengan ke pada ini itu akan tewas oleh tidak dalam usai soal lebih jadi bagi sebut karena setelah
  orang warga pemerintah serangan perbatasan gempa pengungsi perang ribuan mantan tolak minta desak kecam tanpa kembali
  och att det som av til ikke nie jest na się oraz și din cu este
`);

/** Words of Malay news that Indonesian writes otherwise. */
export const MALAY_WORDS = words('kerajaan polis maut kerana bahawa ialah boleh khamis jumaat ahad lelaki');

function words(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
