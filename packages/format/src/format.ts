/** How a text is written. */
export type Format = 'plain' | 'markdown' | 'html' | 'srt' | 'vtt';
