import { useState } from 'react';
import type { ReactElement } from 'react';

import { UploadButton } from '#ui/detail-page/upload-button.tsx';

import { PAPER_FILES, uploadToCase } from '../case-upload.ts';

interface CaseFileInputProps {
  readonly applicationId: number;
  /** Set by the form around it. */
  readonly value?: string;
  readonly onChange?: (fileId: string) => void;
}

/** A file that is uploaded to the case at once; the value is its number. */
export function CaseFileInput({
  applicationId,
  value,
  onChange,
}: CaseFileInputProps): ReactElement {
  const [name, setName] = useState('');
  return (
    <div>
      {value === undefined ? null : <p>{`已上传：${name}`}</p>}
      <UploadButton
        label={value === undefined ? '上传依据材料' : '换一个文件'}
        accept={PAPER_FILES}
        onUpload={async (file, options) => {
          const { id, fileName } = await uploadToCase(applicationId, file, options);
          setName(fileName);
          onChange?.(id);
        }}
      />
    </div>
  );
}
