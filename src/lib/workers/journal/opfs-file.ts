/** The bytes of a file; null when it can't be read at present. */
export async function readBytes(
	folder: FileSystemDirectoryHandle,
	name: string,
): Promise<Uint8Array | null> {
	try {
		const file = await (await folder.getFileHandle(name)).getFile();
		return new Uint8Array(await file.arrayBuffer());
	} catch {
		return null;
	}
}

export async function readText(
	folder: FileSystemDirectoryHandle,
	name: string,
): Promise<string | null> {
	const bytes = await readBytes(folder, name);
	return bytes && new TextDecoder().decode(bytes);
}

/** Writes a whole file and has it on the disk when the promise resolves. Only in a worker. */
export async function writeFile(
	folder: FileSystemDirectoryHandle,
	name: string,
	content: Uint8Array<ArrayBuffer> | Blob,
): Promise<void> {
	const length = content instanceof Blob ? content.size : content.length;
	const handle = await folder.getFileHandle(name, { create: true });
	const access = await handle.createSyncAccessHandle();
	try {
		access.truncate(0);
		for (let at = 0; at < length; at += PART) {
			const bytes =
				content instanceof Blob
					? new Uint8Array(await content.slice(at, at + PART).arrayBuffer())
					: content.subarray(at, at + PART);
			if (access.write(bytes, { at }) < bytes.length) throw new Error('The disk is full.');
		}
		access.flush();
	} finally {
		access.close();
	}
}

/** Bytes written at once. */
const PART = 1 << 22;
