#!/usr/bin/env bash
# Package: MPI.NET 1.4.0 (NuGet) over mpich 4.0.2-3+b1 (Debian 12).
# Guess:   MPI.NET, written for Microsoft MPI and calling msmpi.dll with numbers for handles, cannot work on Linux; a port or another
#          binding is needed.
# Happens: Microsoft MPI and MPICH share those numbers, so one resolver that answers "msmpi.dll" with libmpich.so.12 is enough; Open MPI's
#          handles are pointers.
# Seen:    two processes: sum of ranks + 1 is 3 on both, broadcast of 0.5 arrives, greatest of [rank, -rank] is 1 0
# Matters: training in several processes rests on this coincidence, so it must be checked with every version of either side.
. "$(dirname "$0")/lib/csharp.sh"
if ! command -v mpiexec.mpich > /dev/null && ! apt-get install -y -qq mpich=4.0.2-3+b1 > "$work/apt.log" 2>&1; then
    echo "mpich is not installed; apt-get install mpich as root." >&2
    exit 1
fi
run_in_two() { mpiexec.mpich -n 2 dotnet "$@" > "$work/said" && sort "$work/said" && grep -q "rank 1 of 2" "$work/said"; }
launch=run_in_two
csharp MPI.NET 1.4.0 <<'CS'
using System.Reflection;
using System.Runtime.InteropServices;

NativeLibrary.SetDllImportResolver(typeof(MPI.Communicator).Assembly, (name, assembly, path) =>
    name == "msmpi.dll" ? NativeLibrary.Load("libmpich.so.12") : IntPtr.Zero);
MPI.Environment.Run(world =>
{
    var sum = world.Allreduce(world.Rank + 1, MPI.Operation<int>.Add);
    var sent = world.Rank == 0 ? 0.5f : 0f;
    world.Broadcast(ref sent, 0);
    var most = world.Allreduce([world.Rank, -world.Rank], MPI.Operation<int>.Max);
    Show($"rank {world.Rank} of {world.Size}: sum, broadcast, greatest", sum, sent, most);
    Expect(world.Size != 2 || (sum == 3 && sent == 0.5f && most is [1, 0]), "MPICH does not answer MPI.NET any more");
});
CS
