import { expect, test } from 'vitest';
import { backupFileName } from './backup-file-name.ts';

test('the name bears the date on the wall', () => {
	const lateInUtc = Date.UTC(2026, 10, 23, 23, 30);
	expect(backupFileName(lateInUtc, 0)).toBe('green-room-backup-2026-11-23.json');
	expect(backupFileName(lateInUtc, 60)).toBe('green-room-backup-2026-11-24.json');
});
