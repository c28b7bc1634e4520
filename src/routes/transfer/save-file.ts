/** Hands a text to the browser's download, as a file of that name. */
export function saveFile(name: string, text: string, type: string): void {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	document.body.append(link);
	link.click();
	link.remove();
	// The download has begun by then; some browsers read the address a little later.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
