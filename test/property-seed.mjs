import fc from 'fast-check';

/**
 * Properties draw new cases in every run, so that each run looks further. Where one has to judge a change, and not the
 * luck of the draw, PROPERTY_SEED sets the cases.
 */
const seed = process.env.PROPERTY_SEED;
if (seed) fc.configureGlobal({ seed: Number(seed) });
