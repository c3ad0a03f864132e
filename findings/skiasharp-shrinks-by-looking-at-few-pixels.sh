#!/usr/bin/env bash
# Package: SkiaSharp 4.155.0 with SkiaSharp.NativeAssets.Linux.NoDependencies 4.155.0 (NuGet).
# Guess:   SKBitmap.Resize to an eighth averages 8 x 8 pixels with linear sampling, and all the more with the cubic one, as Pillow's
#          BILINEAR and BICUBIC do.
# Happens: both look at 2 x 2 and 4 x 4 pixels around the centre, whatever the ratio; only linear sampling with mipmaps averages.
# Seen:    stripes, one white column in eight (mean 31.9): linear 0, Mitchell cubic 0, linear with mipmaps 31
# Matters: a face cut from a large photograph to 112 x 112 flickers and differs from what the network was trained on (area or
#          antialiased); ask for mipmaps.
. "$(dirname "$0")/lib/csharp.sh"
csharp SkiaSharp 4.155.0 SkiaSharp.NativeAssets.Linux.NoDependencies 4.155.0 <<'CS'
using SkiaSharp;

using var stripes = new SKBitmap(new SKImageInfo(64, 64, SKColorType.Rgba8888, SKAlphaType.Opaque));
for (var at = 0; at < 64 * 64; at++)
{
    stripes.SetPixel(at % 64, at / 64, at % 8 == 0 ? SKColors.White : SKColors.Black);
}

int Grey(SKSamplingOptions sampling)
{
    using var small = stripes.Resize(new SKImageInfo(8, 8), sampling);
    return small.GetPixel(4, 4).Red;
}

var linear = Grey(new SKSamplingOptions(SKFilterMode.Linear));
var cubic = Grey(new SKSamplingOptions(SKCubicResampler.Mitchell));
var mipmaps = Grey(new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
Show("grey of stripes with mean 31.9: linear, Mitchell cubic, linear with mipmaps", linear, cubic, mipmaps);
Expect(linear == 0 && cubic == 0, "linear or cubic sampling averages now");
Expect(mipmaps is > 25 and < 40, "linear sampling with mipmaps no longer averages");
CS
