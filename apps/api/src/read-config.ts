import { readFileSync } from 'node:fs';
import Value from 'typebox/value';
import { type Config, ConfigSchema } from './config.ts';

/**
 * Reads the configuration.
 *
 * @throws Error with one line per wrong variable, naming it and what it must be, never its value (it may be a secret).
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const name of Object.keys(ConfigSchema.properties)) {
    const file = env[`${name}_FILE`];
    const value = file ? readSecret(name, file) : env[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const config = Value.Default(ConfigSchema, Value.Convert(ConfigSchema, given));
  if (Value.Check(ConfigSchema, config)) return config;
  const lines = Value.Errors(ConfigSchema, config).map((error) => describe(error));
  throw new Error(`The configuration is not usable:\n${[...new Set(lines)].join('\n')}`);
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(
      `The configuration is not usable:\n  ${name}_FILE names a file that cannot be read: ${file}`,
    );
  }
}

function describe(error: { instancePath: string; message: string; params: object }): string {
  if ('requiredProperties' in error.params && Array.isArray(error.params.requiredProperties)) {
    return `  ${error.params.requiredProperties.join(', ')} must be set`;
  }
  return `  ${error.instancePath.slice(1)} ${error.message}`;
}
