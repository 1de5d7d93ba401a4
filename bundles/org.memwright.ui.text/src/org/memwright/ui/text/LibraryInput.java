/*
 * Copyright (c) 2026 the Memwright authors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.memwright.ui.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** A file of the built-in library, to be read. */
final class LibraryInput extends PlatformObject implements IStorageEditorInput {
    private final URI address;

    LibraryInput(URI address) {
        this.address = address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LibraryInput input && input.address.equals(address);
    }

    @Override
    public int hashCode() {
        return address.hashCode();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        return address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public IPersistableElement getPersistable() {
        return null; // the next session opens it from where it is named
    }

    @Override
    public String getToolTipText() {
        return getName() + " in the built-in library, read-only";
    }

    @Override
    public IStorage getStorage() {
        return new Text();
    }

    private final class Text extends PlatformObject implements IStorage {
        @Override
        public InputStream getContents() throws CoreException {
            try {
                return address.toURL().openStream();
            } catch (IOException e) {
                throw new CoreException(Status.error(address + " of the library cannot be read.", e));
            }
        }

        @Override
        public IPath getFullPath() {
            return IPath.fromPortableString("/library/" + LibraryInput.this.getName());
        }

        @Override
        public String getName() {
            return LibraryInput.this.getName();
        }

        @Override
        public boolean isReadOnly() {
            return true;
        }
    }
}
