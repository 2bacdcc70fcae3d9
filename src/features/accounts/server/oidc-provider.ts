export interface OidcProvider {
  readonly label: string;
  readonly issuer: string;
}
