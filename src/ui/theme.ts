import type { ThemeConfig } from 'antd';

/**
 * Calm and official: blue to act, the union's red only for the mark and for what was lost. Greys are
 * darker than Ant Design's own, so that small print keeps a contrast of 4.5 : 1.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1257b5',
    colorLink: '#1257b5',
    // Darker, not lighter: what lies under the pointer must stay as readable.
    colorLinkHover: '#0d4590',
    colorError: '#b3122a',
    colorErrorBg: '#fdf0f1',
    colorErrorBorder: '#eebfc5',
    colorInfo: '#1257b5',
    colorText: '#1f2733',
    colorTextSecondary: '#465263',
    colorTextTertiary: '#5a6676',
    colorTextDescription: '#5a6676',
    colorTextPlaceholder: '#66717f',
    colorBorderSecondary: '#e3e7ee',
    borderRadius: 6,
    fontFamily:
      '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif',
  },
  components: {
    Table: { headerBg: '#f6f8fb', headerColor: '#465263', headerSplitColor: 'transparent' },
  },
};

/** On top of the theme, for eyes that need it: controls grow with their text. */
export const largeTextTheme: ThemeConfig = {
  token: { fontSize: 18, controlHeight: 42, sizeUnit: 5 },
};
