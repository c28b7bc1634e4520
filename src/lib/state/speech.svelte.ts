import { createSubscriber } from 'svelte/reactivity';

/** Reading aloud by the voices of the device. Without any, everything else works the same. */
class Speech {
	readonly #watch = createSubscriber((update) => {
		if (!('speechSynthesis' in window)) return;
		speechSynthesis.addEventListener('voiceschanged', update);
		return () => speechSynthesis.removeEventListener('voiceschanged', update);
	});

	/** Voices on the device itself: a voice from the network would send the text away. */
	get voices(): readonly SpeechSynthesisVoice[] {
		this.#watch();
		if (typeof window === 'undefined' || !('speechSynthesis' in window)) return [];
		return speechSynthesis.getVoices().filter((voice) => voice.localService);
	}

	/** @param voiceName empty or unknown: the device's English voice, or its first */
	say(text: string, voiceName: string): void {
		const { voices } = this;
		const voice =
			voices.find(({ name }) => name === voiceName) ??
			voices.find(({ lang }) => lang.startsWith('en')) ??
			voices[0];
		if (!voice) return;
		speechSynthesis.cancel();
		const utterance = new SpeechSynthesisUtterance(text);
		utterance.voice = voice;
		utterance.lang = voice.lang;
		speechSynthesis.speak(utterance);
	}

	hush(): void {
		if (typeof window !== 'undefined' && 'speechSynthesis' in window) speechSynthesis.cancel();
	}
}

export const speech = new Speech();
