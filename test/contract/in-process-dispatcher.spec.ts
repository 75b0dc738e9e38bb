import { openInProcess } from '#dispatch/in-process/open-in-process.js';
import { dispatcherContract } from './dispatch/dispatcher-contract.js';

dispatcherContract('in this process', async (specs, log) => openInProcess({ specs, log }));
