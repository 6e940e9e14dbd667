import { useId } from 'react';
import style from './choice.module.css';

interface ChoiceProps<T extends string | number> {
  readonly legend: string;
  readonly hideLegend?: boolean;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
}

/** One of a few values, side by side. */
export function Choice<T extends string | number>(props: ChoiceProps<T>) {
  const { legend, hideLegend = false, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset className={style.choice}>
      <legend className={hideLegend ? 'visually-hidden' : undefined}>{legend}</legend>
      <div className={style.options}>
        {options.map(([option, label]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={option === value}
              onChange={() => onChange(option)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
