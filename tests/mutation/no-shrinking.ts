import fc from 'fast-check';

/** That a property fails is all there is to know of a mutant: what it failed on is not made smaller. */
fc.configureGlobal({ endOnFailure: true });
