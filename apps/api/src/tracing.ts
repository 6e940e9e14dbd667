import { trace } from '@opentelemetry/api';

/** Makes spans that go nowhere until {@link startTracing} says where to. */
export const tracer = trace.getTracer('unlimited-translation');

/**
 * Sends traces to an OTLP collector (`<endpoint>/v1/traces`, HTTP); what does that is loaded only now. Call the result to
 * send what is left and end. Spans hold ids, sizes and outcomes, never text.
 */
export async function startTracing(endpoint: string): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'unlimited-translation-api' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  trace.setGlobalTracerProvider(provider);
  return async () => {
    // A collector that is away holds up nothing.
    await provider.shutdown().catch(() => undefined);
    trace.disable();
  };
}
