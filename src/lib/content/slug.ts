/** A heading as a part of an address: `be-consistent-but-ready-to-adapt`. Empty if it has no letter or digit. */
export function slugOf(title: string): string {
	return title
		.normalize('NFKD')
		.replace(/[\u0300-\u036f’'‘]/g, '')
		.toLowerCase()
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
		.replace(/^-|-$/g, '');
}
