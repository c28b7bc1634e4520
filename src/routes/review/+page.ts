// The query decides which deck is reviewed, and only the browser knows it.
export const ssr = false;
