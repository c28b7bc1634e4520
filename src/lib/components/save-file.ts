/** Hands a file of that name to the browser's download. @param type MIME type */
export function saveFile(name: string, content: BlobPart, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	document.body.append(link);
	link.click();
	link.remove();
	// The download has begun by then; some browsers read the address a little later.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
