import { crc32 } from '#lib/domain/log/crc32.ts';

/** Of all a backup file says but when it was made: two backups of one state differ in nothing else. */
export function checksumOf(file: Readonly<Record<string, unknown>>): string {
	const { checksum: _checksum, exportedAt: _exportedAt, ...content } = file;
	return crc32(JSON.stringify(content));
}
