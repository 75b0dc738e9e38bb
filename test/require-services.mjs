/** `npm run check:all` tests distributed mode too, and must not pass by leaving it out. */
const missing = ['MONGODB_URI', 'REDIS_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(
    `${missing.join(' and ')} not set. Start services with \`npm run services:up\` and copy the exports it prints.`,
  );
  process.exit(1);
}
