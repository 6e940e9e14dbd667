import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './build/compiled-messages.ts';
import { compressedFiles } from './build/compressed-files.ts';
import { contentSecurityPolicy } from './build/content-security-policy.ts';
import { earlyFetches } from './build/early-fetches.ts';
import { firstView } from './build/first-view.ts';
import { shellWorker } from './build/shell-worker.ts';

export default defineConfig({
  // Relative addresses: the page works behind any path prefix.
  base: './',
  // In this order: the worker lists what was built, and what it wrote is compressed last.
  plugins: [
    react(),
    compiledMessages(),
    contentSecurityPolicy(),
    earlyFetches(),
    firstView(),
    shellWorker(),
    compressedFiles(),
  ],
  resolve: {
    // Messages are compiled when the page is built; the parser stays out of it.
    alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  build: {
    // A data: address would need an exception in the Content-Security-Policy.
    assetsInlineLimit: 0,
    // Its polyfill is an inline script; every browser that runs this page knows modulepreload.
    modulePreload: { polyfill: false },
    // What a first visit waits for comes in as few files as can be: each costs a slow processor more than its bytes.
    cssCodeSplit: false,
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
  server: {
    proxy: {
      '/api': 'http://localhost:8080',
      // Another wire format of the API, at the paths where its clients look for it.
      '^/(translate|translate_file|download_file/[^/]+|detect|languages|frontend/settings|suggest|health|spec|docs)$':
        'http://localhost:8080',
    },
  },
});
