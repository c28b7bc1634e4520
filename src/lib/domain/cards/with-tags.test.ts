import { expect, test } from 'vitest';
import { withTags } from './with-tags.ts';

test.each([
	['monologue', ['camera', 'monologue']],
	['comedy, play::hamlet', ['camera', 'comedy', 'play::hamlet']],
	['  comedy\tdrama,,  ', ['camera', 'comedy', 'drama']],
	['Camera comedy Comedy', ['camera', 'comedy']],
	[' , ', ['camera']],
	['', ['camera']],
])('“%s” makes the tags %j', (typed, tags) => {
	expect(withTags(['camera'], typed)).toEqual(tags);
});
