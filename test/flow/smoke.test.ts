import { test } from 'vitest';
import { describeOnProfiles } from '#test/support/profiles.ts';

describeOnProfiles('smoke', (start) => {
  test('menu', async () => {
    const { anh } = await start();
    const t0 = performance.now();
    await anh.says('/menu');
    anh.hears('Ông/bà chọn việc');
    await anh.picks('Lập đề nghị phối hợp');
    console.log(anh.heard().join('\n--\n'), performance.now() - t0);
  });
});
