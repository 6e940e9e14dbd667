/** The little of OpenAPI 3.1 that the document is made of. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly security: readonly Record<string, string[]>[];
  readonly components: {
    readonly schemas?: Record<string, unknown>;
    readonly responses?: Record<string, unknown>;
    readonly securitySchemes: Record<string, unknown>;
  };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: OpenApiContent };
  readonly responses: Record<string, { readonly description: string; readonly content?: OpenApiContent }>;
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: unknown;
  readonly examples?: Record<string, OpenApiExample>;
}

export type OpenApiContent = Record<
  string,
  {
    readonly schema: unknown;
    readonly examples?: Record<string, OpenApiExample>;
    readonly 'x-events'?: Record<string, unknown>;
  }
>;

export interface OpenApiExample {
  readonly summary?: string;
  readonly value: unknown;
}
