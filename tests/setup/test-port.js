/** Where the production build is served to the end-to-end tests. */
export const testPort = Number(process.env['TEST_PORT'] ?? 4273);
