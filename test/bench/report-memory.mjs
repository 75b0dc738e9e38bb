/**
 * Preloaded into the server under measurement: tells its parent the peak of its resident memory as it ends, and does not
 * outlive it.
 */
process.once(
  'exit',
  () => process.connected && process.send({ peakKilobytes: process.resourceUsage().maxRSS }),
);
process.once('disconnect', () => process.exit(1));
