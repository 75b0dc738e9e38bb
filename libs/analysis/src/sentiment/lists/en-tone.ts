import type { ToneList } from '../tone-list.js';

/**
 * What `wink-sentiment` does not know of news, or knows otherwise: tone of the coverage, so that a report of violence,
 * loss, closure, expulsion, accusation or ban is negative whoever suffers it, and agreement, relief and reopening positive.
 */
export const EN_TONE: ToneList = {
  values: {
    '-4': `massacre*, beheading, beheaded, suicide bomb*, suicide attack*, carnage, bloodbath, genocide`,
    '-3': `airstrike*, air strike, air raid, drone strike, missile strike, shelling, shelled, mortar fire, clash,
      clashes, clashed, clashing, border clash, blast, explosion*, explode*, exploding, bomb, bombed, bombing*,
      bomber, bombs, ied, roadside bomb, landmine, gunmen, gunman, gun battle, gunbattle, gunfight, firefight,
      gunfire, open* fire, opening fire, exchange* of fire, exchange* fire, cross border fire, cross border firing,
      cross border attack, ambush*, martyr*, slain, slaying, casualt*, dead, death toll, fatal*, killed, killing*,
      kills, kill, massacred, abduct*, kidnap*, executed, execution*, execute, flogg*, flogging, stoning, stoned,
      lashed, tortur*, persecut*, hostage, atrocit*, war crime, starv*, famine, humanitarian crisis, humanitarian
      catastrophe, gender apartheid, attack*, terror attack, terrorism, terrorist*, terror, war on, at war, open
      war, bloodshed, rape*, honour killing, honor killing, target* killing`,
    '-2': `closes, closed, closure, close border, close the border, shut, shuts, shutdown, shut down, shutting, sealed,
      seals, stranded, stuck, blockade*, block, blocks, blocked, suspend*, halt, halts, halted, ban, bans, banned,
      banning, bar, bars, barred, restrict*, curbs, curfew, sanction, sanctions, prohibit*, outlaw*, deport*,
      expel*, expuls*, evict*, oust*, push* out, kick* out, kept out, turn* away, sent back, send back, hit by,
      flail*, immoral, not allowed, not be allowed, disallow*, push* back, forced return, forcibly, forced out,
      forced to leave, driven out, drive out, displace*, flee, flees, fled, fleeing, uproot*, crackdown, crack*
      down, round* up, detain*, detention, arrest*, jailed, jail, imprison*, sentenced, raid*, harass*, accus*,
      blam*, condemn*, denounc*, slam*, lash* out, lambast*, critici*, decry, decries, decried, summon*, protest*,
      warn*, threat*, ultimatum, menac*, tension*, tense, row, spat, rift, standoff, stand off, stalemate,
      deadlock*, impasse, feud, hostil*, animosity, enmity, escalat*, violat*, breach*, incursion*, intrusion*,
      infiltrat*, trespass*, safe haven, sanctuar*, hideout*, extremis*, insurgen*, militancy, fighting, violence,
      violent, unrest, turmoil, chaos, chaotic, crisis, crises, hunger, hungry, malnutrition, malnourish*, poverty,
      drought, disease outbreak, collapse*, collapsing, fail, fails, failed, failure, setback, blow to, plight,
      misery, suffer*, fear*, alarm*, grave, dire, worsen*, deteriorat*, repress*, oppress*, discriminat*, abus*,
      censor*, gag, gagged, silenc*, intimidat*, misinformation, disinformation, fake news, propaganda, fabricat*,
      baseless, plunge*, plummet*, slump*, tumble*, decline*, dwindl*, shrink*, losses, loss of, smuggl*, illegal*,
      injur*, wound*, retaliat*, revenge, vow* revenge, unacceptable, aggression, aggressive, provocat*, sabotage,
      boycott*, expelled, exodus, crime, conflict, invad*, invasion, assassinat*, murder*, shot dead, gunned down,
      firing on, fired on, fire on, firing along, firing at, stone pelting, dispute*, disappear*, missing, hit list`,
    '-1': `concern*, worr*, strain*, sour, uneasy, uncertain*, delay*, postpon*, dismiss*, reject*, deny, denies, denied,
      denying, denial*, refut*, refus*, question* over, scrutiny, backlash, limbo, pressur*, strike, strikes,
      struck, crackdowns, confront*, complain*, objects to, objected, objection*, oppose, opposes, opposed,
      opposing, resist*, militant*, repatriat*, face* uncertain*, cut, cuts, slash*, burden*, struggl*, difficult*,
      hardship*, quake, earthquake, flood*, landslide, winter looms`,
    // Names, offices and idioms in which a word of tone has none; and procedure, whatever it is about.
    '0': `supreme, supreme court, supreme leader, united, united nations, united states, united arab emirates, united
      front, top, straight, super, like, chief justice, justice minister, ministry of justice, justice, charge d
      affaires, peace talks, peace process, peace council, high peace council, peace negotiator, peace envoy, peace
      jirga, truth, security council, big, share, shares, matter, matters, interest, interests, want, want to,
      please, feeling, natural, huge, rich, pay, pays, number, novel, true, hard, gun, grant, trust, capital, fine,
      cool, growing, kind, free trade, demand, demands, demanded, leave, leaves, limit, limits, stop, stops, fire,
      alert, drop, miss, defence, defense, holy, god, faith, committed, commit, ensure, vision, solution, solutions,
      help, helps, helping, support, supports, supported, strong, strongly, clear, clearly, safe passage, care,
      award, awards, ability, greater, great game, best, better, good, important, significant, certain, fit, active,
      advantage, chance, debt, visionary, well, yes, no 1, worth, dream, fan, fans, game, luck, challenge,
      challenges, prevent, prevents, critical, emergency, dead line, deadline, lost and found, low, sorry, dear,
      straightforward, bright, popular, natural gas, assets, recognition, recogni*, work, works, working, worker*,
      powerful, anti, decree*, opposition, opposition leader, positive, negative, tests positive, opportunit*, anti
      terror, counter terror*, counterterror*, anti terrorism, counter terrorism, combat terrorism, fight against
      terror*, tackle terror*, curb terror*, eliminate terror*, war veteran, world war, war era, cold war, post war,
      civil war era, former war`,
    '1': `deal, allow, allows, allowed, allowing, permit*, train as, training for, pledge*, vow* to help, invest*,
      investment*, launch, launches, launched, opens, opened, opening ceremony, exempt*, increase*, rise in trade,
      extend* deadline, extend* stay, extension, vaccin*, hopeful, optimis*, confidence, stable,
      stability, stabilis*, stabiliz*, prospect*, opportunit* for, ready to help, offer*, connect*, constructive,
      cordial, fruitful, mutual respect, closer ties, deepen*, joint committee`,
    '2': `ceasefire, cease fire, truce, agree, agrees, agreed, agreement, accord, pact, mou, memorandum of
      understanding, sign* agreement, strike* deal, struck deal, strike agreement, reopen*, re open*, resum*,
      resumption, restor*, normalis*, normaliz*, thaw*, mend*, rapprochement, aid, humanitarian aid, relief, relief
      goods, assist*, donat*, gift*, handed over aid, hail*, laud*, prais*, appreciat*, thank*, goodwill,
      friendship, friendly, brotherly, cooperat*, co operat*, collaborat*, releas*, freed, frees, free prisoners,
      set free, rescu*, inaugurat*, boost*, grow, grows, growth, improv*, ease, eases, eased, easing, waiv*,
      facilitat*, scholarship*, get visas, granted visas, win, wins, won, victory, celebrat*, welcom*, recover*,
      reconcil*, amnesty, pardon*, honour*, honor*, strengthen*, enhanc*, reunit*, rebuild*, reconstruct*, develop
      projects, evacuat* safely, foil*, thwart*, avert*, defus*, bust*, support for afghan*, visa free, duty free,
      tariff cut, record exports, warm welcome, solidarity`,
    '3': `peace deal, peace agreement, peace accord, peace treaty, peace pact, breakthrough, ceasefire deal, ceasefire
      agreement, agree* ceasefire, agree* truce, historic agreement, landmark deal, historic deal, triumph*`,
  },
  negations: `not, no, never, without, nor, neither, hardly, cannot, don t, doesn t, didn t, won t, isn t, aren t, wasn t,
    weren t, can t, couldn t, wouldn t, shouldn t, hasn t, haven t, no longer, far from, yet to, rule* out, little,
    lack*, lack of`,
  resolvers: `foil*, thwart*, avert*, defus*, lift, lifts, lifted, lifting, resolv*, end, ends, ended, ending, freed, frees,
    releas*, ease, eases, eased, easing, de escalat*, deescalat*, quell*, reduc*, lower*, overturn*, revers*,
    rescind*, withdraw* ban, drop* charges, spare*, survive*, bust*, solve*, end to`,
  ruiners: `collaps*, fail, fails, failed, failing, stall*, break* down, broke down, breakdown, deadlock*, derail*,
    suspend*, cancel*, call* off, postpon*, scrap*, violat*, breach*, reject*, refus*, boycott*, walk* out, scuttl*,
    scupper*, undermin*, inconclusive*, without agreement, without deal, no breakthrough, shelv*, halt*, freez*,
    froze*, revok*, terminat*, imperil*, jeopardis*, jeopardiz*, in jeopardy, hang* by, end* without, deni*, block*,
    close*, stop*, disrupt*, unravel*, expire*, falter*, plunge*, skip*`,
  hopes: `talk, talks, negotiation*, dialogue, truce, ceasefire, cease fire, visit, trip, meeting, summit, peace process,
    peace talks, deal, agreement, mission, trade, transit, exports, imports, bilateral trade, school, schools,
    university, universities, education, peace, visa, visas`,
  games: `cricket, t20, odi, world cup, asia cup, test match, wicket, innings, run chase, toss, semi final, semifinal,
    football, hockey, squad, tournament, batter, bowler, all rounder, captaincy`,
  wishes: `call* for, call* on, urg*, hope* for, hope* to, want, wants, wanted, seek, seeks, seeking, sought, demand,
    demands, demanded, appeal*, plead*, propos*, ask, asks, asked, need, needs, wish*, could, may, might, would,
    should, must, petition*, plea, plea for, plea to, plan to, plans to, planning to, set to, expected to, likely
    to, mull*, consider*, if, whether, how to, ways to, discuss*, ponder*, stress*, emphasis*, emphasiz*, ready to,
    willing to, against, possible, possibility of, prospects of, bid to, in hope of, hear* petition, petition to,
    plea against, efforts to, efforts for, effort to, need for`,
};
