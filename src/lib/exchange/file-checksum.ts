import { RunningCrc32 } from '#lib/domain/log/crc32.ts';

/**
 * The checksum of a backup file that is read bit by bit: of its JSON without white space, and without the checksum
 * itself and the time it was made. Two backups of one state differ in nothing else.
 */
export class FileChecksum {
	readonly #crc = new RunningCrc32();
	#members = 0;
	#entries = 0;

	entry(list: string, value: unknown): void {
		if (this.#entries === 0) this.#begin(list);
		this.#crc.add(`${this.#entries === 0 ? '[' : ','}${JSON.stringify(value)}`);
		this.#entries++;
	}

	/** @param value of a list whose entries were told: anything */
	member(name: string, value: unknown): void {
		if (this.#entries > 0) this.#crc.add(']');
		else if (name !== 'checksum' && name !== 'exportedAt') {
			this.#begin(name);
			this.#crc.add(JSON.stringify(value));
		}
		this.#entries = 0;
	}

	/** After the last member. */
	end(): string {
		this.#crc.add(this.#members === 0 ? '{}' : '}');
		return this.#crc.digits;
	}

	#begin(name: string): void {
		this.#crc.add(`${this.#members === 0 ? '{' : ','}${JSON.stringify(name)}:`);
		this.#members++;
	}
}
