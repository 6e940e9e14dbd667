import { Info } from 'lucide-react';
import { useReadable, useServices } from '../services.ts';
import style from './connection-notice.module.css';

/** What the operator wants everybody to know, in the operator's words. */
export function StatusNotice() {
  const { status } = useServices();
  const message = useReadable(status)?.message ?? null;
  return (
    <div role="status">
      {message === null ? null : (
        <p className={style.notice} dir="auto">
          <Info aria-hidden="true" />
          {message}
        </p>
      )}
    </div>
  );
}
