import 'vite/client';

declare global {
	namespace App {
		interface PageState {
			/** A recap drill is under way: Back ends it. */
			drilling?: true;
		}
	}
}
