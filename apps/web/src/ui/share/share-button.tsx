import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../base/button.tsx';
import { Later, later } from '../base/later.tsx';

const shareDialog = later(() => import('./share-dialog.tsx').then((part) => part.ShareDialog));

export function ShareButton({ id }: { readonly id: string }) {
  const t = useTranslations('share');
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={t('title')} onClick={() => setOpen(true)}>
        <Share2 />
      </IconButton>
      {open ? <Later part={shareDialog} props={{ id, onClose: () => setOpen(false) }} /> : null}
    </>
  );
}
