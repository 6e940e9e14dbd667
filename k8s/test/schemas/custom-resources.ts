/**
 * Schemas of the custom resources that the manifests use, of the fields that they may use: what is not named here is
 * refused, so a new field is looked up in its reference before it is added.
 */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const flag: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 0 };
const positive: Schema = { type: 'integer', minimum: 1 };
const texts: Schema = { type: 'object', additionalProperties: { type: 'string' } };
const duration: Schema = { type: 'string', pattern: '^([0-9]+(ms|s|m|h))+$' };
const oneOf = (...values: string[]): Schema => ({ enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items, minItems: 1 });
/** An object with these fields and no others; a name that ends in `?` is optional. */
const object = (fields: Record<string, Schema>): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, schema]) => [name.replace(/\?$/, ''), schema]),
  ),
  required: Object.keys(fields).filter((name) => !name.endsWith('?')),
  additionalProperties: false,
});
const kubernetes = (name: string): Schema => ({ $ref: `kubernetes.json#/definitions/io.k8s.${name}` });
const resource = (spec: Schema): Schema =>
  object({
    apiVersion: text,
    kind: text,
    metadata: kubernetes('apimachinery.pkg.apis.meta.v1.ObjectMeta'),
    spec,
  });

const selector = kubernetes('apimachinery.pkg.apis.meta.v1.LabelSelector');

const ruleGroups = (extra: Record<string, Schema>): Schema =>
  object({
    groups: list(
      object({
        name: text,
        ...extra,
        rules: list(
          object({ alert: text, expr: text, 'for?': duration, 'labels?': texts, 'annotations?': texts }),
        ),
      }),
    ),
  });

const host: Schema = {
  type: 'string',
  maxLength: 63,
  pattern: '^([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)+[a-z][-a-z0-9]*[a-z0-9]$',
};

const gke: Record<string, Schema> = {
  'cloud.google.com/v1/BackendConfig': resource(
    object({
      'timeoutSec?': { type: 'integer', minimum: 1, maximum: 86_400 },
      'connectionDraining?': object({ drainingTimeoutSec: { type: 'integer', minimum: 0, maximum: 3600 } }),
      'healthCheck?': object({
        'checkIntervalSec?': positive,
        'timeoutSec?': positive,
        'healthyThreshold?': positive,
        'unhealthyThreshold?': positive,
        type: oneOf('HTTP', 'HTTPS', 'HTTP2'),
        'port?': { type: 'integer', minimum: 1, maximum: 65_535 },
        requestPath: { type: 'string', pattern: '^/' },
      }),
      'securityPolicy?': object({ name: text }),
      'logging?': object({ enable: flag, 'sampleRate?': { type: 'number', minimum: 0, maximum: 1 } }),
    }),
  ),
  'networking.gke.io/v1beta1/FrontendConfig': resource(
    object({
      'sslPolicy?': text,
      'redirectToHttps?': object({
        enabled: flag,
        'responseCodeName?': oneOf(
          'MOVED_PERMANENTLY_DEFAULT',
          'FOUND',
          'SEE_OTHER',
          'TEMPORARY_REDIRECT',
          'PERMANENT_REDIRECT',
        ),
      }),
    }),
  ),
  'networking.gke.io/v1/ManagedCertificate': resource(
    object({ domains: { type: 'array', items: host, minItems: 1, maxItems: 100 } }),
  ),
};

const managedPrometheus: Record<string, Schema> = {
  'monitoring.googleapis.com/v1/PodMonitoring': resource(
    object({
      selector,
      endpoints: list(
        object({
          port: { type: ['string', 'integer'] },
          'path?': { type: 'string', pattern: '^/' },
          interval: duration,
          'timeout?': duration,
        }),
      ),
    }),
  ),
  'monitoring.googleapis.com/v1/Rules': resource(ruleGroups({ interval: duration })),
};

const prometheusOperator: Record<string, Schema> = {
  'monitoring.coreos.com/v1/PodMonitor': resource(
    object({
      selector,
      podMetricsEndpoints: list(
        object({
          port: text,
          'path?': { type: 'string', pattern: '^/' },
          'interval?': duration,
          'scrapeTimeout?': duration,
        }),
      ),
    }),
  ),
  'monitoring.coreos.com/v1/PrometheusRule': resource(ruleGroups({ 'interval?': duration })),
};

const keda: Record<string, Schema> = {
  'keda.sh/v1alpha1/TriggerAuthentication': resource(
    object({ secretTargetRef: list(object({ parameter: text, name: text, key: text })) }),
  ),
  'keda.sh/v1alpha1/ScaledObject': resource(
    object({
      scaleTargetRef: object({ 'apiVersion?': text, 'kind?': text, name: text }),
      'pollingInterval?': positive,
      'cooldownPeriod?': count,
      'minReplicaCount?': count,
      'maxReplicaCount?': positive,
      'fallback?': object({
        failureThreshold: positive,
        replicas: count,
        'behavior?': oneOf('static', 'currentReplicas', 'currentReplicasIfHigher', 'currentReplicasIfLower'),
      }),
      'advanced?': object({
        'horizontalPodAutoscalerConfig?': object({
          behavior: kubernetes('api.autoscaling.v2.HorizontalPodAutoscalerBehavior'),
        }),
      }),
      triggers: list(
        object({
          type: { const: 'mysql' },
          'name?': text,
          'metricType?': oneOf('AverageValue', 'Value'),
          'authenticationRef?': object({ name: text }),
          metadata: object({
            host: text,
            port: text,
            dbName: text,
            username: text,
            query: text,
            queryValue: { type: 'string', pattern: '^[0-9.]+$' },
            'activationQueryValue?': { type: 'string', pattern: '^[0-9.]+$' },
          }),
        }),
      ),
    }),
  ),
};

/** By `apiVersion/kind`. */
export const customResources: Readonly<Record<string, Schema>> = {
  ...gke,
  ...managedPrometheus,
  ...prometheusOperator,
  ...keda,
};
