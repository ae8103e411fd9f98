using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Insiders.Core.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> build the model; the product never calls it.</summary>
internal sealed class InsidersContextFactory : IDesignTimeDbContextFactory<InsidersContext>
{
    public InsidersContext CreateDbContext(string[] args)
        => new(new DbContextOptionsBuilder<InsidersContext>().UseSqlite("Data Source=:memory:").Options);
}
