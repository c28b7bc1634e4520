import { createMemoryModel, type MemoryModel } from '#lib/domain/memory/fsrs.ts';
import { settingsOf } from '#lib/domain/settings/settings-of.ts';
import type { Settings } from '#lib/domain/settings/settings.ts';
import type { GreenRoomDatabase } from '#lib/storage/database/database.ts';

export interface Rules {
	readonly settings: Settings;
	readonly model: MemoryModel;
}

/**
 * The settings in force and the memory model they make, kept from one answer to the next.
 *
 * A change of settings, in whatever tab, raises a number in the device row. An answer reads that row anyway,
 * so it learns at no cost whether what is kept here still holds.
 */
export class SchedulingRules {
	readonly #db: GreenRoomDatabase;
	#rules: Rules | null = null;
	#version: number | null = null;

	constructor(db: GreenRoomDatabase) {
		this.#db = db;
	}

	/** The rules of that version, when they are at hand. */
	kept(version: number): Rules | null {
		return version === this.#version ? this.#rules : null;
	}

	/** Reads the rules; inside a transaction that holds `settings`. */
	async read(version: number): Promise<Rules> {
		const settings = settingsOf(await this.#db.settings.toArray());
		const parameters = this.#rules?.settings.parameters;
		const isSame = JSON.stringify(parameters) === JSON.stringify(settings.parameters);
		const model =
			isSame && this.#rules ? this.#rules.model : createMemoryModel(settings.parameters);
		this.#rules = { settings, model };
		this.#version = version;
		return this.#rules;
	}

	/** After a transaction that failed, or replaced everything. */
	forget(): void {
		this.#version = null;
	}
}
