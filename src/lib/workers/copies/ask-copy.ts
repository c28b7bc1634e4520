export interface CopyRequest {
	readonly database: string;
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
	/** How the kept file's name begins; null: the file alone is wanted. */
	readonly fileName: string | null;
}

export type CopyReply =
	| { readonly tell: 'kept' }
	| { readonly tell: 'file'; readonly file: Blob }
	| { readonly tell: 'failed'; readonly reason: string };

/** Has a backup of a database kept in OPFS, whatever its version. @throws when it could not be, in plain words */
export async function askCopy(request: CopyRequest & { fileName: string }): Promise<void> {
	await ask(request);
}

/** The same backup as a file for the person to keep. @throws when it could not be made */
export async function askCopyFile(request: Omit<CopyRequest, 'fileName'>): Promise<Blob> {
	const reply = await ask({ ...request, fileName: null });
	if (reply.tell !== 'file') throw new Error('No backup was made.');
	return reply.file;
}

function ask(request: CopyRequest): Promise<CopyReply> {
	const worker = new Worker(new URL('./keep-copy.ts', import.meta.url), { type: 'module' });
	return new Promise<CopyReply>((resolve, reject) => {
		worker.onmessage = ({ data }: MessageEvent<CopyReply>) => {
			if (data.tell === 'failed') reject(new Error(data.reason));
			else resolve(data);
		};
		worker.onerror = ({ message }) => reject(new Error(message || 'The copier did not start.'));
		worker.postMessage(request);
	}).finally(() => worker.terminate());
}
