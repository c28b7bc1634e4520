import { beforeEach, describe, expect, test, vi } from 'vitest';
import { speech } from './speech.svelte.ts';

const voice = (name: string, lang: string, localService = true) =>
	({ name, lang, localService, voiceURI: name, default: false }) as SpeechSynthesisVoice;

function withVoices(...voices: readonly SpeechSynthesisVoice[]) {
	vi.spyOn(speechSynthesis, 'getVoices').mockReturnValue([...voices]);
}

const speak = vi.spyOn(speechSynthesis, 'speak');
const cancel = vi.spyOn(speechSynthesis, 'cancel');

/** What was asked of the device, in words and voice. */
const spoken = () => speak.mock.calls.map(([said]) => said);

beforeEach(() => {
	speak.mockReset().mockReturnValue();
	cancel.mockReset().mockReturnValue();
	// A voice made by hand is none to the browser.
	vi.spyOn(SpeechSynthesisUtterance.prototype, 'voice', 'set').mockReturnValue();
});

describe('reading aloud', () => {
	test('says nothing on a device without voices', () => {
		withVoices();
		speech.say('Listen.', '');
		expect(spoken()).toEqual([]);
	});

	test('never uses a voice from the network, which would send the text away', () => {
		withVoices(voice('Far', 'en-GB', false));
		expect(speech.voices).toEqual([]);
		speech.say('Listen.', 'Far');
		expect(spoken()).toEqual([]);
	});

	test('takes the chosen voice, else an English one, else the first', () => {
		withVoices(voice('Anna', 'de-DE'), voice('Kate', 'en-GB'), voice('Luc', 'fr-FR'));
		speech.say('Listen.', 'Luc');
		speech.say('Listen.', 'gone');
		withVoices(voice('Anna', 'de-DE'));
		speech.say('Listen.', '');
		expect(spoken().map(({ text, lang }) => [text, lang])).toEqual([
			['Listen.', 'fr-FR'],
			['Listen.', 'en-GB'],
			['Listen.', 'de-DE'],
		]);
	});

	test('ends what was being said before it says something else, and when hushed', () => {
		withVoices(voice('Kate', 'en-GB'));
		speech.say('One.', '');
		speech.say('Two.', '');
		expect(cancel).toHaveBeenCalledTimes(2);
		speech.hush();
		expect(cancel).toHaveBeenCalledTimes(3);
	});
});
