const apple = /Mac|iPhone|iPad/.test(navigator.platform);
/** The keys as they are named on the reader's keyboard. */
export const commandKey = apple ? '⌘' : 'Ctrl';
export const optionKey = apple ? '⌥' : 'Alt';
