using System.Reflection.Metadata;

namespace Mpuc.Conformance.Loading;

/// <summary>Names the framework's type that a member reference belongs to.</summary>
internal static class MemberOwner
{
    /// <summary>
    /// The namespace and name, such as <c>System.Collections.Generic</c> and <c>List`1</c>; null for members of the assembly's own types.
    /// </summary>
    public static (string Namespace, string Name)? Of(MetadataReader metadata, MemberReference member)
    {
        var parent = member.Parent;
        if (parent.Kind == HandleKind.TypeSpecification)
        {
            var blob = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            {
                return null;
            }

            blob.ReadByte(); // Class or value type.
            parent = blob.ReadTypeHandle();
        }

        if (parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }
}
