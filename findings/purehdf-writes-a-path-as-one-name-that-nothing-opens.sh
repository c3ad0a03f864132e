#!/usr/bin/env bash
# Package: PureHDF 2.2.0 (NuGet).
# Guess:   ["audio/mfcc"] makes the group audio with the dataset mfcc, as h5py does for the same key.
# Happens: the file gets one link named "audio/mfcc"; a slash parts names in HDF5, so it cannot be opened by that path. Writing reports
#          nothing.
# Seen:    children: audio/mfcc; LinkExists("audio/mfcc") False
# Matters: the values are in the file and lost; split the path and make H5Group objects.
. "$(dirname "$0")/lib/csharp.sh"
csharp PureHDF 2.2.0 <<'CS'
using PureHDF;

var path = Path.Combine(AppContext.BaseDirectory, "path.h5");
new H5File { ["audio/mfcc"] = new[] { 1f, 2f } }.Write(path);
using var file = H5File.OpenRead(path);
var opened = true;
try
{
    file.Dataset("audio/mfcc");
}
catch (Exception problem)
{
    opened = false;
    Show("opening it", problem.Message);
}

Show("children", file.Children().Select(child => child.Name));
Show("LinkExists", file.LinkExists("audio/mfcc"));
Expect(file.Children().Single().Name == "audio/mfcc", "a key with a slash makes groups now");
Expect(!opened && !file.LinkExists("audio/mfcc"), "the dataset can be opened by its path now");
CS
