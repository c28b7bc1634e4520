import 'vite/client';

declare global {
	namespace App {
		interface PageState {
			/** Whether a recap drill is under way, which Back ends; false once it ended otherwise. */
			drilling?: boolean;
		}
	}
}
