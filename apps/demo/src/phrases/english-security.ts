import { topic, type Topic } from './topic.js';

export const ENGLISH_SECURITY: readonly Topic[] = [
  topic(
    'distrust',
    'negative',
    [
      'Islamabad and Kabul trade accusations after meeting in {pk}',
      'Kabul summons Pakistani envoy and accuses Islamabad of bad faith',
      'Pakistan warns Kabul as distrust deepens',
      'Kabul denies Pakistani claims and blames Islamabad',
      'Islamabad blames Kabul for broken promises, Kabul rejects charge',
    ],
    [
      '{who} in Islamabad accused Kabul of breaking its word, a charge that the Afghan side denied.',
      'The two capitals have traded blame for {days} days, and distrust between Pakistan and Afghanistan is at its worst in months.',
      'Afghan officials rejected the warning and said that Pakistan was blaming others for its own failure.',
      'A poll in {pk} and {af} found angry views of the other country in {n} of 100 answers.',
    ],
  ),
  topic(
    'distrust',
    'neutral',
    [
      'Pakistan hands Kabul a note on its complaints',
      'Can Islamabad and Kabul believe each other? Panel in {pk} takes the question',
    ],
    [
      'The foreign ministry in Islamabad wants an answer from the Afghan mission within {days} days.',
      'Speakers from Pakistan and Afghanistan listed {few} reasons for the trust deficit between the two states.',
    ],
  ),
  topic(
    'ttp-cross-border',
    'negative',
    [
      'TTP attack kills {few} soldiers in {district}, Pakistan blames Afghan sanctuaries',
      'Pakistan says militants came from Afghanistan for deadly attack in {district}',
      'Afghan Taliban deny sheltering TTP after deadly raid in {district}',
      '{few} killed in cross-border attack in {district}, Islamabad accuses Kabul',
    ],
    [
      'The banned Tehreek-e-Taliban Pakistan claimed the attack, and Islamabad said that it was planned from sanctuaries in Afghanistan.',
      '{few} people were killed and {n} injured in the violence, police in {district} said, while Kabul rejected the accusation.',
      'Residents of {district} spoke of fear, and Pakistan demanded that Afghanistan act against the TTP.',
    ],
  ),
  topic(
    'ttp-cross-border',
    'neutral',
    [
      'Pakistan and Kabul to discuss TTP presence next week',
      'How many TTP fighters are in Afghanistan? Pakistani and UN figures differ',
      'Islamabad sends delegation to {af} over TTP',
    ],
    [
      'The Taliban government says that its influence over the TTP is limited, a claim that Pakistan questions.',
      'The delegation from Islamabad will bring a list of {n} names to Afghanistan.',
      'Pakistan counts {many} fighters of the TTP across the border, the Afghan side far fewer.',
    ],
  ),
  topic(
    'ttp-cross-border',
    'positive',
    [
      'Pakistan welcomes Afghan steps against TTP fighters',
      'Pakistan thanks Kabul for help in foiling cross-border raid in {district}',
    ],
    [
      'The Afghan Taliban moved {n} TTP families away from the border, which Islamabad called good progress.',
      'Both Pakistan and Afghanistan praised the successful operation and promised further help.',
    ],
  ),
  topic(
    'border-durand',
    'negative',
    [
      'Border guards of Pakistan and Afghanistan exchange fire at {crossing}',
      'Fence dispute along Durand Line brings protest near {crossing}',
      'Afghan and Pakistani guards clash over new post at {crossing}',
    ],
    [
      'Afghan guards objected to work on the Durand Line fence, and Pakistan warned against further protest.',
      'Travellers were stuck at {crossing} for {few} hours after the dispute between Pakistani and Afghan guards.',
    ],
  ),
  topic(
    'border-durand',
    'neutral',
    [
      'Pakistan and Afghanistan change opening hours at {crossing}',
      'New scanner installed at {crossing} crossing between Pakistan and Afghanistan',
      'Flag meeting of Pakistani and Afghan guards held at {crossing}',
    ],
    [
      'Commanders of Pakistan and Afghanistan met at the border for {few} hours and will meet again next month.',
      'About {many} people pass the border crossing at {crossing} between Pakistan and Afghanistan each day.',
      'The work on the Durand Line near {crossing} will take {days} weeks, border officials said.',
    ],
  ),
  topic(
    'border-durand',
    'positive',
    [
      'Travellers welcome longer hours at {crossing} crossing between Pakistan and Afghanistan',
      'Pakistan and Afghanistan agree on lane for patients at {crossing} border',
      'New hall at {crossing} border a success for Pakistan and Afghanistan',
    ],
    [
      'Travellers on both sides of the border between Pakistan and Afghanistan were happy with the change.',
      'Afghan patients on their way to {pk} will benefit, and both border authorities praised the cooperation.',
    ],
  ),
  topic(
    'taliban-governance',
    'negative',
    [
      "Taliban ban on women's work draws protest from Pakistani rights groups",
      'New Taliban decree restricts women in {af}, rights groups in {pk} voice anger',
      "Taliban close {n} women's workshops in {af} under harsh new decree",
    ],
    [
      'The Taliban decree was condemned by rights groups in Afghanistan and Pakistan as a harsh abuse.',
      'Women in {af} said that the ban had brought fear and heavy losses, and some want to leave for Pakistan.',
    ],
  ),
  topic(
    'taliban-governance',
    'neutral',
    [
      'Taliban reshuffle governors in provinces bordering Pakistan',
      'Taliban publish rules for ministries in {af}',
      'Pragmatism or decree? Study from {pk} looks at Taliban rule',
    ],
    [
      'The Taliban government in Kabul named {few} governors, among them those of provinces that border Pakistan.',
      'A report from Islamabad calls Taliban rule in Afghanistan a blend of authoritarian order and pragmatism.',
    ],
  ),
  topic(
    'taliban-governance',
    'positive',
    ['Taliban amnesty frees {n} prisoners in {af}, Pakistan welcomes step'],
    ['{who} in Islamabad praised the Taliban order and hoped that it would help peace in Afghanistan.'],
  ),
  topic(
    'recognition',
    'neutral',
    [
      'Will Pakistan recognise the Taliban government? Islamabad says not yet',
      'Taliban envoy takes charge of Afghan mission in {third}',
      'De facto or formal? Recognition of Taliban on agenda in {pk}',
    ],
    [
      'Several states deal with the Taliban de facto, while formal recognition of the government in Kabul is pending.',
      'Pakistan keeps its embassy in Kabul open and has not changed the legal standing of the Afghan mission.',
    ],
  ),
  topic(
    'recognition',
    'negative',
    ['Taliban bid for recognition fails again, Kabul blames Islamabad'],
    [
      'The refusal leaves the Afghan government without formal recognition, a failure that Kabul blamed on Pakistan and {third}.',
    ],
  ),
  topic(
    'securitisation',
    'negative',
    [
      'Security-only policy fails Pakistan and Afghanistan, analysts warn',
      'Overemphasis on security harms ties between Islamabad and Kabul, panel in {pk} says',
    ],
    [
      'Engagement of Pakistan with Afghanistan is reduced to security, a failed and poor approach, {who} said.',
      'Without a genuine bilateral approach the distrust between Islamabad and Kabul would get worse, {who} warned.',
    ],
  ),
  topic(
    'securitisation',
    'neutral',
    ["Is Islamabad's Kabul policy only about security?"],
    [
      'The paper asks for a genuine bilateral approach of Pakistan to Afghanistan, beyond security, in {few} steps.',
    ],
  ),
];
