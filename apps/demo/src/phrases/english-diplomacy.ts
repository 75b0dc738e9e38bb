import { topic, type Topic } from './topic.js';

export const ENGLISH_DIPLOMACY: readonly Topic[] = [
  topic(
    'regional-diplomacy',
    'neutral',
    [
      'Envoy of {third} visits Kabul after stop in Islamabad',
      '{third} offers to mediate between Pakistan and Afghanistan',
      'Delegation from {third} discusses Afghan rail line in {pk}',
      'Foreign minister of {third} calls Islamabad and Kabul',
    ],
    [
      'The envoy of {third} met Afghan ministers in Kabul for {few} hours and will report to Islamabad.',
      '{third} deals with the Taliban government selectively and watches how Pakistan responds.',
    ],
  ),
  topic(
    'regional-diplomacy',
    'negative',
    ['Pakistan warns {third} over its dealings with Kabul'],
    [
      'Islamabad sees the deal between {third} and Kabul as a threat to its interests in Afghanistan.',
      'Diplomats in Islamabad spoke of a bitter dispute with {third} about Afghanistan.',
    ],
  ),
  topic(
    'regional-diplomacy',
    'positive',
    [
      'Mediation by {third} brings hope of calm between Pakistan and Afghanistan',
      '{third} promises support for power line from Afghanistan to Pakistan',
    ],
    [
      'Both Islamabad and Kabul thanked {third} for its support and welcomed the progress.',
      'Envoys of {third} met Pakistani and Afghan ministers in {af} and praised the friendly talks.',
    ],
  ),
  topic(
    'regional-platforms',
    'neutral',
    [
      'Trilateral meeting of China, Pakistan and Afghanistan set for {af}',
      'SCO contact group puts Afghanistan on agenda, Pakistan to speak',
      'UN Security Council to hear briefing on Afghanistan, Pakistan on list of speakers',
      'Moscow Format to meet on Afghanistan, Pakistan sends envoy',
    ],
    [
      'Delegations from {few} countries, Pakistan and Afghanistan among them, will meet within the {platform}.',
      'The agenda of the {platform} has {few} points, from transit to drug control, a diplomat in Islamabad said of the Afghan file.',
    ],
  ),
  topic(
    'regional-platforms',
    'negative',
    [
      'Moscow Format ends in dispute as Kabul and Islamabad trade accusations',
      'UN envoys warn of crisis between Pakistan and Afghanistan',
    ],
    [
      'The {platform} failed to find a common text, and delegates blamed the bitter dispute between Pakistan and Afghanistan.',
    ],
  ),
  topic(
    'regional-platforms',
    'positive',
    [
      'Trilateral talks bring agreement on Kabul highway, Pakistan and Afghanistan cheer',
      'SCO members promise Afghanistan support, Pakistan welcomes decision',
    ],
    [
      'Members of the {platform} welcomed the agreement and promised strong support for Afghanistan and Pakistan.',
      'A broader regional strategy would benefit both Pakistan and Afghanistan, {who} told the {platform}.',
    ],
  ),
  topic(
    'bilateral-reset',
    'neutral',
    [
      'Pakistani delegation in Kabul for talks on ties',
      'Afghan minister to visit Islamabad for second round of talks',
      'Pakistan and Afghanistan to hold talks in {af} next month',
    ],
    [
      'The talks between Islamabad and Kabul cover {few} files, and a joint statement is expected.',
      'Officials of Pakistan and Afghanistan have set dates for {few} meetings so far.',
    ],
  ),
  topic(
    'bilateral-reset',
    'positive',
    [
      'Pakistan and Afghanistan agree to mend ties after talks in {pk}',
      'Kabul and Islamabad hail good progress in talks',
      'Islamabad and Kabul sign agreement to improve relations',
    ],
    [
      'Both sides showed the political will to improve relations between Pakistan and Afghanistan, {who} said.',
      'The agreement is a great opportunity for peace, negotiators of Pakistan and Afghanistan said in {af}.',
      'The reset rests on practical diplomacy and {few} joint projects of Islamabad and Kabul that win support on both sides.',
    ],
  ),
  topic(
    'bilateral-reset',
    'negative',
    [
      'Talks between Pakistan and Afghanistan collapse in {af}',
      'No progress in talks as Islamabad and Kabul blame each other',
    ],
    [
      'The failure of the talks was blamed on bitter demands, and no new date was set between Islamabad and Kabul.',
      'After {few} hours the negotiators of Pakistan and Afghanistan left in anger.',
    ],
  ),
  topic(
    'four-p',
    'neutral',
    [
      'Scholars in {pk} explain 4P approach to Pakistan–Afghanistan ties',
      'What is the 4P approach? Paper from {pk} looks at relations with Afghanistan',
    ],
    [
      'Priority, Partnership, Participation and Perseverance should guide relations between Pakistan and Afghanistan, the paper says.',
      'The paper gives {few} examples of citizens taking part in relations between Islamabad and Kabul.',
    ],
  ),
  topic(
    'four-p',
    'positive',
    ['Afghan and Pakistani scholars welcome 4P approach to relations'],
    ["A partnership with citizens' participation would help both Pakistan and Afghanistan, {who} hoped."],
  ),
  topic(
    'shared-interests',
    'positive',
    [
      'Mutual respect and shared interests can improve ties of Pakistan and Afghanistan, {who} says',
      'Shared interests give Islamabad and Kabul hope, panel in {pk} finds',
    ],
    [
      'Water, energy and trade are shared interests of Pakistan and Afghanistan, and progress on them would benefit both.',
      'Mutual respect between Islamabad and Kabul would be good for {n} million people, {who} said.',
    ],
  ),
  topic(
    'shared-interests',
    'neutral',
    ['Paper lists {few} shared interests of Islamabad and Kabul'],
    ['The list of shared interests of Pakistan and Afghanistan begins with water and ends with power lines.'],
  ),
  topic(
    'confidence-building',
    'positive',
    [
      'Pakistan and Afghanistan agree on hotline at {crossing}',
      'Truce at {crossing} holds, Pakistan and Afghanistan praise calm',
      'Pakistan frees {n} Afghan prisoners in goodwill step',
    ],
    [
      'The joint mechanism of Pakistan and Afghanistan will help to resolve incidents within hours, {who} hoped.',
      'Elders on both sides welcomed the step of Islamabad and Kabul and called it good for peace.',
    ],
  ),
  topic(
    'confidence-building',
    'neutral',
    ['Joint committee of Pakistan and Afghanistan to meet at {crossing}'],
    ['The committee, a confidence-building measure, has {few} members each from Pakistan and Afghanistan.'],
  ),
  topic(
    'local-narrative',
    'neutral',
    [
      'Scholars from {pk} and {af} call for local narrative on Pakistan and Afghanistan',
      'Whose story of Afghanistan and Pakistan? Authors question Western interpretation',
    ],
    [
      'Western interpretations leave out what people in Pakistan and Afghanistan see, the authors say, and a locally driven narrative is needed.',
      'The series has {few} volumes, written in {pk} and {af}.',
    ],
  ),
  topic(
    'local-narrative',
    'positive',
    ['Local narrative helps peace between Pakistan and Afghanistan, writers in {af} hope'],
    [
      'Writers from both countries welcomed the books in Pashto, Dari and Urdu, a locally driven narrative that they hope will improve trust.',
    ],
  ),
];
