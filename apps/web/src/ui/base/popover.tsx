import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react';
import { IconButton } from './button.tsx';
import style from './popover.module.css';

interface PopoverProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

const marginPx = 8;

/** A button with something that opens beside it; Escape or a click elsewhere closes it. */
export function Popover({ label, icon, disabled = false, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const place = ({ newState }: ToggleEvent<HTMLDivElement>) => {
    setOpen(newState === 'open');
    const element = panel.current;
    const anchor = button.current?.getBoundingClientRect();
    if (newState !== 'open' || element === null || anchor === undefined) return;
    requestAnimationFrame(() => {
      const { width, height } = element.getBoundingClientRect();
      const left = Math.min(anchor.right - width, innerWidth - width - marginPx);
      const below = anchor.bottom + marginPx / 2;
      const fits = below + height + marginPx <= innerHeight;
      element.style.left = `${Math.max(marginPx, left)}px`;
      element.style.top = `${fits ? below : Math.max(marginPx, anchor.top - height - marginPx / 2)}px`;
    });
  };
  return (
    <>
      <IconButton ref={button} label={label} popoverTarget={id} aria-expanded={open} disabled={disabled}>
        {icon}
      </IconButton>
      <div id={id} ref={panel} popover="auto" className={style.popover} onBeforeToggle={place}>
        {open ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  );
}
