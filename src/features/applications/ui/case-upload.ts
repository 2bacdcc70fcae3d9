import { ATTACHMENT_ROUTES, Attachment } from '#features/attachments/contract.ts';
import { routePath } from '#ui/call-route.ts';
import type { SendFileOptions } from '#ui/detail-page/upload-button.tsx';
import { uploadFile } from '#ui/upload-file.ts';

/** A phone offers its camera for images. */
export const PAPER_FILES = 'image/*,.pdf';

/** Sends a file of an application; what it proves is said afterwards. */
export function uploadToCase(
  applicationId: number,
  file: File,
  options: SendFileOptions,
): Promise<Attachment> {
  const fields = { subject: 'application', subjectId: String(applicationId) };
  return uploadFile(ATTACHMENT_ROUTES.upload.path, file, {
    ...options,
    schema: Attachment,
    fields,
  });
}

export function fileUrl(id: string): string {
  return routePath(ATTACHMENT_ROUTES.download.path, { id });
}

export function fileViewUrl(id: string): string {
  return routePath(ATTACHMENT_ROUTES.download.path, { id }, { view: '1' });
}
