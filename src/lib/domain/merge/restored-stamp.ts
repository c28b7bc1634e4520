import type { DeviceId } from '#lib/domain/cards/ids.ts';
import { nextStamp, SEED_STAMP } from './hybrid-clock.ts';

/** Of content that does not say when it was written: it loses to all but built-in content. */
export const RESTORED_STAMP = nextStamp(SEED_STAMP, 0, 'restored' as DeviceId);
