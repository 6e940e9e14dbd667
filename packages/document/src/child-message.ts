import type { Languages } from './container-language.ts';
import type { DocumentErrorCode } from './document-error.ts';
import type { ContainerType, DocumentType } from './document-type.ts';

/** What a child is asked, once. */
export type ChildRequest =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly type: DocumentType }
  | {
      readonly kind: 'write';
      readonly bytes: Uint8Array;
      readonly type: ContainerType;
      readonly paragraphs: readonly string[];
      readonly languages: Languages;
    };

/** What it answers; then it ends. */
export type ChildAnswer =
  | { readonly text: string }
  | { readonly document: Uint8Array }
  | { readonly code: DocumentErrorCode; readonly message: string }
  | { readonly fault: string };
