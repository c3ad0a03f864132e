#!/usr/bin/env bash
# Package: TorchSharp 0.107.0 with libtorch-cpu-linux-x64 2.10.0 (NuGet).
# Guess:   `using (no_grad()) { await ...; }` covers the whole block and ends with it.
# Happens: the mode belongs to the thread: after the await gradients are on again on another thread, and the thread that began is left
#          without them for good.
# Seen:    gradients before the await False, after it True; on the starting thread after the block False; a tensor made after the await
#          outlives its dispose scope True
# Matters: in a server one request records a graph that it should not, and a training thread of the pool later says that nothing requires
#          grad. No await inside.
. "$(dirname "$0")/lib/torchsharp.sh"
torchsharp <<'CS'
using TorchSharp;
using static TorchSharp.torch;

bool? before = null, after = null;
Tensor? made = null;
async Task Work()
{
    using (no_grad())
    using (NewDisposeScope())
    {
        before = is_grad_enabled();
        await Task.Delay(20).ConfigureAwait(false);
        after = is_grad_enabled();
        made = ones(1);
    }
}

Work().Wait();
var left = is_grad_enabled();
Show("gradients before the await, after it, on the starting thread after the block", before, after, left);
Show("a tensor made after the await outlives its scope", !made!.IsInvalid);
Expect(before == false && after == true, "the mode now follows the await");
Expect(!left, "the starting thread has its gradients back");
Expect(!made.IsInvalid, "the dispose scope now follows the await");
CS
