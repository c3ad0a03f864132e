# Sourced by the findings: runs a small C# program against pinned NuGet packages, in a temporary folder that goes when the script ends.
# Usage: csharp NAME VERSION [NAME VERSION ...] <<'CS' ... CS. The program says Expect(condition, "sentence") and Show(...).
set -euo pipefail
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

csharp() {
    local references='' here
    here=$(dirname "${BASH_SOURCE[0]}")
    cp "$here"/Finding.cs "$work"/
    while [ $# -gt 0 ]; do
        references+="<PackageReference Include=\"$1\" Version=\"[$2]\" />"
        shift 2
    done
    cat > "$work/finding.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
    <RuntimeIdentifier>linux-x64</RuntimeIdentifier><SelfContained>false</SelfContained><NuGetAudit>false</NuGetAudit>
    <NoWarn>\$(NoWarn);NU1603;NU1701;CS8981</NoWarn><EnableDefaultCompileItems>false</EnableDefaultCompileItems>
    <CreateHardLinksForCopyLocalIfPossible>true</CreateHardLinksForCopyLocalIfPossible>
  </PropertyGroup>
  <ItemGroup><Compile Include="*.cs" />$references<Using Include="Finding" Static="true" /></ItemGroup>
</Project>
XML
    cat > "$work/Program.cs"
    dotnet build "$work/finding.csproj" -c Release -o "$work/out" -v quiet -clp:ErrorsOnly -maxcpucount:1 > "$work/build.log" || {
        cat "$work/build.log" >&2
        echo "The trial program does not build." >&2
        exit 1
    }
    ${launch:-dotnet} "$work/out/finding.dll"
}
