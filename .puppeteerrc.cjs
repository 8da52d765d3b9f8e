// The tests drive an installed browser; nothing is downloaded (test/support/setup finds or installs one).
module.exports = { skipDownload: true };
