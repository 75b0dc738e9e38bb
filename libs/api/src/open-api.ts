import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** In the order in which an analyst would look for things. */
const TAGS = ['trends', 'coverage', 'articles', 'accuracy', 'alerts', 'register', 'status', 'health'];

export function describeApi(app: INestApplication): OpenAPIObject {
  const builder = new DocumentBuilder();
  for (const tag of TAGS) builder.addTag(tag);
  const config = builder
    .setTitle('Narrative Monitor')
    .setDescription(
      'How the media tell the story of Pakistan–Afghanistan relations: counts by theme, tone and press bloc, the articles behind them, and alerts on spikes in negative coverage. Every error is a problem detail (RFC 9457).',
    )
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .build();
  return SwaggerModule.createDocument(app, config);
}

/** Serves the description at /docs, and as JSON at /docs/openapi.json. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'docs/openapi.json' });
}
