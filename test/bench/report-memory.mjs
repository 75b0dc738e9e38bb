/** Preloaded into the server under measurement: tells its parent the peak of its resident memory as it ends. */
process.once('exit', () => process.send?.({ peakKilobytes: process.resourceUsage().maxRSS }));
