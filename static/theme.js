// Runs before the first paint, so that a chosen theme never flashes. The choice itself lives in Settings.
try {
	const theme = localStorage.getItem('green-room-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Without storage the system's theme holds.
}
