using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Insiders.Core.Storage;

/// <summary>Used by <c>dotnet ef migrations add</c> to build the model; the product never calls it.</summary>
internal sealed class InsidersContextFactory : IDesignTimeDbContextFactory<InsidersContext>
{
    public InsidersContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<InsidersContext>().UseSqlite("Data Source=:memory:").Options);
}
